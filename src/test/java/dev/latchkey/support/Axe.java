package dev.latchkey.support;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Looks at pages with axe-core, by the rules of WCAG 2.2 AA and axe's own best practice, and keeps count. */
public final class Axe {

    private static final Map<String, Object> ALL = Map.of(
            "type",
            "tag",
            "values",
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"));
    // By name: their tag has the rule of AAA as well
    private static final Map<String, Object> OF_COLOUR =
            Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block"));
    private static final String PROGRAM = program();

    // Best practice inside the shadow trees of Vaadin's components is Vaadin's; WCAG holds there too
    private static final String RUN = """
            rules => axe.run(document, {runOnly: rules}).then(results => {
              const elements = rules => rules.reduce((sum, rule) => sum + rule.nodes.length, 0);
              const ours = (rule, node) => !rule.tags.includes('best-practice') || !node.target.some(Array.isArray);
              const violations = results.violations.flatMap(rule => rule.nodes.filter(node => ours(rule, node))
                .map(node => `${rule.id}: ${node.target.flat().join(' ')} ${node.html} ${node.failureSummary}`));
              const invisible = results.incomplete.flatMap(rule => rule.nodes)
                .filter(node => node.any.some(check => check.data && check.data.messageKey === 'equalRatio'));
              violations.push(...invisible.map(node => `in the colour of its background: ${node.html}`));
              return {
                violations,
                checks: elements(results.passes) + violations.length,
                undecided: elements(results.incomplete) - invisible.length,
              };
            })
            """;

    private int pages;
    private int checks;
    private int undecided;
    private int violations;

    /** What axe finds wrong with the page as it is now, a line for each element. */
    public List<String> violationsOn(Page page) {
        return violationsOn(page, ALL);
    }

    /** What axe finds wrong with the colours alone of a page that it has looked at in another theme. */
    public List<String> violationsInColoursOf(Page page) {
        return violationsOn(page, OF_COLOUR);
    }

    /** What came of all pages. */
    public String summary() {
        return "axe: %d pages, %d checks, %d violations, %d left to the eye"
                .formatted(pages, checks, violations, undecided);
    }

    private List<String> violationsOn(Page page, Map<String, Object> rules) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(PROGRAM);
        }
        var results = (Map<?, ?>) page.evaluate(RUN, rules);
        var found = ((List<?>) results.get("violations"))
                .stream().map(String::valueOf).toList();
        pages++;
        checks += (Integer) results.get("checks");
        undecided += (Integer) results.get("undecided");
        violations += found.size();
        return found;
    }

    private static String program() {
        try (var in = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
