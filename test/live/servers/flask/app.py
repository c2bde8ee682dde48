import itertools
import logging

from flask import Flask, jsonify, render_template, request, session

from basket import close, open_basket

logging.basicConfig(level=logging.INFO)
app = Flask(__name__)
app.secret_key = "only for measuring"
numbers = itertools.count()


@app.get("/work")
def work():
    session["visits"] = session.get("visits", 0) + 1
    number = next(numbers)
    basket = open_basket(number)
    basket.add(request.args.get("item", "tea"))
    app.logger.info("order %d", number)
    text = render_template("order.html", items=basket.items)
    close(number)
    return jsonify(text=text)
