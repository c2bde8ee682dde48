package leakdiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The tests of a plan, to be run again without anybody who reports them. */
final class Repetition {
    private final List<String> ids = new ArrayList<>();
    private final Set<String> classes = new TreeSet<>();
    private static volatile boolean running;
    private final TestPlan plan;
    private Launcher launcher;

    Repetition(List<TestIdentifier> leaves, TestPlan plan) {
        this.plan = plan;
        for (TestIdentifier leaf : leaves) {
            ids.add(leaf.getUniqueId());
            String name = classOf(leaf.getSource().orElse(null));
            if (name != null) classes.add(name.replaceAll("\\$.*", ""));
        }
    }

    private static String classOf(TestSource source) {
        if (source instanceof MethodSource) return ((MethodSource) source).getClassName();
        return source instanceof ClassSource ? ((ClassSource) source).getClassName() : null;
    }

    /** Outermost classes. */
    Set<String> classes() {
        return classes;
    }

    Round run() {
        Round round = new Round();
        if (ids.isEmpty()) return round;
        if (launcher == null) launcher = launcher();
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
        for (String id : ids) request.selectors(DiscoverySelectors.selectUniqueId(id));
        parameters(request);
        running = true;
        try {
            launcher.execute(request.build(), round);
        } finally {
            running = false;
        }
        return round;
    }

    /** Whether what is executed now is a repetition, which whoever listens to all plans hears as well. */
    static boolean isRunning() {
        return running;
    }

    private static Launcher launcher() {
        try {
            return LauncherFactory.create(configuration());
        } catch (NoClassDefFoundError before) {
            // Of JUnit Platform before 1.3, which registers every listener.
            return LauncherFactory.create();
        }
    }

    /** A test that is made as another runs is left out with that one. */
    void leaveOut(Map<String, String> failing) {
        ids.removeIf(id -> failing.keySet().stream().anyMatch(failed -> failed.equals(id) || failed.startsWith(id + "/")));
    }

    private static LauncherConfig configuration() {
        LauncherConfig.Builder builder = LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false);
        try {
            builder.getClass().getMethod("enableLauncherSessionListenerAutoRegistration", boolean.class).invoke(builder, false);
        } catch (ReflectiveOperationException before) {
            // Of JUnit Platform before 1.8, which has none.
        }
        return builder.build();
    }

    /** What a build tool was configured with; what stands in a file of the tests is read again. */
    private void parameters(LauncherDiscoveryRequestBuilder request) {
        try {
            Object all = plan.getClass().getMethod("getConfigurationParameters").invoke(plan);
            Class<?> type = Class.forName("org.junit.platform.engine.ConfigurationParameters");
            for (Object key : (Set<?>) type.getMethod("keySet").invoke(all)) {
                java.util.Optional<?> value = (java.util.Optional<?>) type.getMethod("get", String.class).invoke(all, key);
                if (value.isPresent()) request.configurationParameter((String) key, (String) value.get());
            }
        } catch (ReflectiveOperationException before) {
            // Of JUnit Platform before 1.9.
        }
    }
}
