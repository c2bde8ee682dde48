require 'stackprof'

class Cart
  def initialize(items)
    @items = items
  end
end

$carts = []

def add(count)
  $carts << Cart.new(Array.new(count) { |at| "item #{at}" })
end

def serve(rounds)
  rounds.times { add(20) }
end

StackProf.run(mode: :object, interval: 1, raw: true, out: ARGV[1]) { serve(ARGV[0].to_i) }
