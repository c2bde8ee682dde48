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
