/** How long a worker may take until it answers, and one task until it is done, in seconds. */
const patience = { worker: 60, task: 15 }

/**
 * The script that asks a worker: what its broker is and whether that answers,
 * which tasks there are and what they need; each that needs nothing is sent once, and some times more.
 * A task that is named like one which cannot be undone is not sent.
 */
export const surveyText = (beginning: string): string => `${beginning}

found = {"places": [], "why": None, "isReached": False, "waits": "control", "jobs": []}
keeps = type(app.backend).__name__ != "DisabledBackend"
lasting = re.compile(r"(?i)(?:^|_)(?:delete|purge|drop|wipe|truncate|reset|flush|send|e?mail|notify|sms|charge|pay|refund|shutdown|restart|deploy|publish|import|sync|backup|restore)(?:_|s?$)")


def told(error):
    lines = str(error).strip().splitlines()
    return lines[-1][:300] if lines else type(error).__name__


def place(address):
    return address.replace(":**@", "@").replace("//@", "//")


def needed(task):
    try:
        parameters = inspect.signature(task.run).parameters.values()
    except (TypeError, ValueError):
        return []
    kinds = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    return [one.name for one in parameters if one.default is one.empty and one.kind not in kinds]


def reach():
    with app.connection_for_write() as connection:
        found["places"].append(place(connection.as_uri()))
        connection.connect()
        found["isReached"] = True
        if not connection.supports_exchange_type("fanout"):
            found["waits"] = "results"
    if keeps:
        found["places"].append(place(app.backend.as_uri()))
    if found["waits"] == "results" and not keeps:
        raise RuntimeError("its broker lets nobody ask the worker, and no result backend keeps results")


def answered():
    if found["waits"] == "results":
        return
    asked = app.control.inspect([worker], timeout=1)
    late = time.monotonic() + ${patience.worker}
    while not asked.ping():
        if time.monotonic() > late:
            raise RuntimeError("the worker did not answer within ${patience.worker} s")


def tried(name):
    run = run_and_ask if found["waits"] == "control" else run_and_get

    def timed(count):
        began = time.monotonic()
        run([(name, [], {})] * count, ${patience.task})
        return (time.monotonic() - began) * 1000 / count

    first = timed(1)
    # Looking whether they are done takes some time as well, whatever their number.
    return timed(max(1, min(25, int(3000 / first))))


def job(name):
    missing = needed(app.tasks[name])
    if missing:
        return {"name": name, "milliseconds": None, "left": "needs " + ", ".join(missing)}
    if lasting.search(name.rsplit(".", 1)[-1]):
        return {"name": name, "milliseconds": None, "left": "may do what cannot be undone, by its name"}
    try:
        return {"name": name, "milliseconds": tried(name), "left": None}
    except Exception as error:
        # The error's own words may hold what is not for a file that others read.
        is_late = type(error).__name__ == "TimeoutError"
        why = "was not done within ${patience.task} s" if is_late else "failed"
        return {"name": name, "milliseconds": None, "left": why + " when it was tried", "error": told(error)}


try:
    reach()
    answered()
    names = sorted(name for name in app.tasks if not name.startswith("celery."))
    found["jobs"] = [job(name) for name in names]
except Exception as error:
    found["why"] = told(error)
with open(sys.argv[1], "w") as file:
    json.dump(found, file)
`
