waiting = []


def reminder(number):
    basket = [number] * 20

    def remind():
        return len(basket)

    return remind


async def order(number):
    waiting.append(reminder(number))
    waiting.pop()()
