/**
 * Settings of the Flight Recorder under which it records old objects and started threads alone: with all that
 * it records otherwise it keeps objects of its own alive.
 */
export const settings = `<?xml version="1.0" encoding="UTF-8"?>
<configuration version="2.0">
  <event name="jdk.OldObjectSample">
    <setting name="enabled">true</setting>
    <setting name="stackTrace">true</setting>
    <setting name="cutoff">infinity</setting>
  </event>
  <event name="jdk.ThreadStart">
    <setting name="enabled">true</setting>
    <setting name="stackTrace">true</setting>
  </event>
</configuration>
`

/**
 * Options of the JVM under which it samples enough.
 * The recorder looks at an object whenever a thread needs a new piece of the heap to allocate in, or
 * allocates beside it: pieces of 2 kB, instead of megabytes, make it look at one in some twenty objects, and
 * by never giving up a piece for one large object the small ones are looked at as well. What it may keep in
 * mind is enough for what a round allocates, until the collection at its end tells what stays.
 */
export const samplingOptions: readonly string[] = [
  '-XX:TLABSize=2k',
  '-XX:MinTLABSize=2k',
  '-XX:-ResizeTLAB',
  '-XX:TLABWasteIncrement=0',
  '-XX:FlightRecorderOptions=old-object-queue-size=10000,stackdepth=64',
]
