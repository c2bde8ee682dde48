<?php

class Cart
{
    public function __construct(public array $items)
    {
    }
}

function add(array &$carts, int $count): void
{
    $items = [];
    for ($at = 0; $at < $count; $at++) {
        $items[] = md5("item $at");
    }
    $carts[] = new Cart($items);
}

function serve(int $rounds): array
{
    $carts = [];
    for ($at = 0; $at < $rounds; $at++) {
        add($carts, 200);
    }
    return $carts;
}

$profiler = new ExcimerProfiler();
$profiler->setPeriod(0.001);
$profiler->setEventType(EXCIMER_CPU);
$profiler->start();
$kept = serve((int) $argv[1]);
$profiler->stop();
file_put_contents($argv[2], $profiler->getLog()->formatCollapsed());
