package leakdiff;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Has each plan of tests wait for its first round, and repeats it as often as it is told to. */
public final class Repeating implements TestExecutionListener {
    private final String sockets = System.getenv("LEAKDIFF_SOCKETS");
    private final String directory = System.getenv("LEAKDIFF_TESTS");
    // One for each plan: a JVM may be given several, one after the other.
    private Round first;
    private Session session;

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (Repetition.isRunning()) return;
        List<TestIdentifier> leaves = new ArrayList<>();
        for (TestIdentifier root : plan.getRoots()) collect(plan, root, leaves);
        if (sockets == null || directory == null || leaves.isEmpty()) return;
        first = new Round();
        session = Session.open(sockets, directory, new Repetition(leaves, plan));
        session.untilFirstRound();
    }

    /** What has nothing below it before it runs: a test, or what makes tests as it runs. */
    private static void collect(TestPlan plan, TestIdentifier at, List<TestIdentifier> leaves) {
        if (plan.getChildren(at).isEmpty()) {
            if (at.getParentId().isPresent()) leaves.add(at);
            return;
        }
        for (TestIdentifier child : plan.getChildren(at)) collect(plan, child, leaves);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (session != null) first.executionFinished(test, result);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (session == null) return;
        Session ended = session;
        session = null;
        ended.untilEnd(first);
    }
}
