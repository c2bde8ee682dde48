// A CPU profile of work that takes as long as the argument says: leak 100 > cpu.pb
use pprof::protos::Message;
use std::hint::black_box;
use std::io::Write;

struct Cart {
    items: Vec<u64>,
}

impl Cart {
    #[inline(never)]
    fn add(&mut self, item: u64) {
        self.items.push(item);
        self.items.sort_by(|left, right| right.cmp(left));
    }
}

#[inline(never)]
fn serve(requests: u64) -> Cart {
    let mut cart = Cart { items: Vec::new() };
    (0..requests).for_each(|item| cart.add(item.wrapping_mul(2_654_435_761) % 1_000_003));
    cart
}

fn main() {
    let requests = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(10_000);
    let guard = pprof::ProfilerGuardBuilder::default().frequency(1000).build().unwrap();
    black_box(serve(requests));
    let profile = guard.report().build().unwrap().pprof().unwrap();
    std::io::stdout().write_all(&profile.encode_to_vec()).unwrap();
}
