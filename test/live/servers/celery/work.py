import os

from celery import Celery

from reports import Report

app = Celery("work", broker=os.environ["REDIS"], backend=os.environ["REDIS"])
app.conf.broker_connection_retry_on_startup = True
app.conf.result_expires = 60
# Tasks of the two revisions, which run one after the other, do not meet.
app.conf.task_default_queue = "work-%s" % os.environ["PORT"]


@app.task
def report(number):
    return Report("shop").of(number)
