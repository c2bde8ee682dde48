package leakdiff;

import java.lang.instrument.Instrumentation;

/** Does nothing: a jar that is given as an agent stands on the class path of every JVM, and so does its listener. */
public final class Agent {
    private Agent() {}

    public static void premain(String arguments, Instrumentation instrumentation) {}
}
