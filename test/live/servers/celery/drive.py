import sys
import time

from celery import group

from work import report

count = int(sys.argv[1])
first = time.time_ns() // 1000
group(report.s(first + number) for number in range(count)).apply_async().get(timeout=60)
