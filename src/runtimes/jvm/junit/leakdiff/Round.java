package leakdiff;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** What came of the tests of one round. */
final class Round implements TestExecutionListener {
    int executed;
    /** By the id of a test its name. */
    final Map<String, String> failing = new LinkedHashMap<>();

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean failed = result.getStatus() == TestExecutionResult.Status.FAILED;
        if (failed) failing.put(test.getUniqueId(), nameOf(test));
        if (test.isTest() && result.getStatus() != TestExecutionResult.Status.ABORTED) executed++;
    }

    private static String nameOf(TestIdentifier test) {
        TestSource source = test.getSource().orElse(null);
        if (source instanceof MethodSource) {
            MethodSource method = (MethodSource) source;
            return method.getClassName() + "." + method.getMethodName();
        }
        return source instanceof ClassSource ? ((ClassSource) source).getClassName() : test.getDisplayName();
    }
}
