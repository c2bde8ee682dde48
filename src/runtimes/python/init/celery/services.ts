import type { Service } from '../../../onboarding/worker.ts'

const known: readonly (Omit<Service, 'at'> & { readonly protocols: RegExp })[] = [
  {
    protocols: /^(?:redis|rediss):$/,
    name: 'redis',
    image: 'redis:8',
    port: 6379,
    health: 'redis-cli ping',
  },
  {
    protocols: /^(?:amqp|amqps|pyamqp):$/,
    name: 'rabbitmq',
    image: 'rabbitmq:4',
    port: 5672,
    health: 'rabbitmq-diagnostics -q ping',
  },
]

/** What a workflow has to start for programs that look for a broker or a store there. */
export function servicesAt(places: readonly string[]): readonly Service[] {
  const found = places.flatMap((place) => {
    if (!URL.canParse(place)) return []
    const { port: at, protocol } = new URL(place)
    const service = known.find(({ protocols }) => protocols.test(protocol))
    if (service === undefined) return []
    const { health, image, name, port } = service
    return [{ name, image, health, port, at: at === '' ? port : Number(at) }]
  })
  return found.filter((one, at) => found.findIndex(({ name }) => name === one.name) === at)
}
