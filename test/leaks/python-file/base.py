files = []


async def order(number):
    receipt = open("/dev/null", "w")
    files.append(receipt)
    receipt.write(str(number))
    files.pop().close()
