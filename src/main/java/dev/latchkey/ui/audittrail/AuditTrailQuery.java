package dev.latchkey.ui.audittrail;

import com.vaadin.flow.router.QueryParameters;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditFilter;
import dev.latchkey.audit.IpFilter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The filters in the URL of the Audit Trail page, and of its export. Unknown values in a URL are ignored.
 *
 * @param search a part of the actor's or the target's text
 * @param by the id of the actor; null for any
 * @param about the id of the target; null for any
 * @param ip an IP address, a range or the beginning of one; what is none of them finds any
 * @param from the first day, inclusive; null for any
 * @param to the last day, inclusive; null for any
 * @param zone where those days begin and end
 */
record AuditTrailQuery(
        String search,
        String actor,
        String target,
        @Nullable Long by,
        @Nullable Long about,
        String ip,
        Set<AuditAction> actions,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        ZoneId zone) {

    private static final String SEARCH = "search";
    private static final String ACTOR = "actor";
    private static final String TARGET = "target";
    private static final String IP = "ip";
    private static final String EVENT = "event";
    // In links from before there was another name for it
    private static final String ACTION = "action";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String ZONE = "zone";

    // The database does not accept a year with more digits
    private static final LocalDate LAST_DAY = LocalDate.of(9998, 12, 31);

    /**
     * Parses a URL.
     *
     * @param otherwise the zone of a URL without one
     */
    static AuditTrailQuery of(Map<String, List<String>> parameters, ZoneId otherwise) {
        var actions = EnumSet.noneOf(AuditAction.class);
        for (var parameter : List.of(EVENT, ACTION)) {
            var names = parameters.getOrDefault(parameter, List.of());
            Arrays.stream(AuditAction.values())
                    .filter(action -> names.contains(action.name()))
                    .forEach(actions::add);
        }
        return new AuditTrailQuery(
                first(parameters, SEARCH).strip(),
                first(parameters, ACTOR).strip(),
                first(parameters, TARGET).strip(),
                id(first(parameters, PersonFilter.BY)),
                id(first(parameters, PersonFilter.ABOUT)),
                first(parameters, IP).strip(),
                actions,
                date(first(parameters, FROM)),
                date(first(parameters, TO)),
                zone(first(parameters, ZONE), otherwise));
    }

    /** The URL of the page, which includes the zone if it includes a day: everybody who opens it sees the same entries. */
    QueryParameters parameters() {
        return hasDays() ? exportParameters() : new QueryParameters(named());
    }

    /** The URL of the export, which always includes the zone. */
    QueryParameters exportParameters() {
        var named = named();
        named.put(ZONE, List.of(zone.getId()));
        return new QueryParameters(named);
    }

    /** Whether the zone matters. */
    boolean hasDays() {
        return from != null || to != null;
    }

    AuditFilter filter() {
        return new AuditFilter(
                search,
                actor,
                target,
                by,
                about,
                IpFilter.parse(ip).orElse(IpFilter.ANY),
                actions,
                from == null ? AuditFilter.EARLIEST : from.atStartOfDay(zone).toInstant(),
                to == null
                        ? AuditFilter.LATEST
                        : to.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private Map<String, List<String>> named() {
        var named = new LinkedHashMap<String, List<String>>();
        put(named, SEARCH, search);
        put(named, ACTOR, actor);
        put(named, TARGET, target);
        put(named, PersonFilter.BY, Objects.toString(by, ""));
        put(named, PersonFilter.ABOUT, Objects.toString(about, ""));
        put(named, IP, ip);
        if (!actions.isEmpty()) {
            named.put(EVENT, actions.stream().map(Enum::name).sorted().toList());
        }
        if (from != null) {
            named.put(FROM, List.of(from.toString()));
        }
        if (to != null) {
            named.put(TO, List.of(to.toString()));
        }
        return named;
    }

    private static void put(Map<String, List<String>> named, String name, String text) {
        if (!text.isEmpty()) {
            named.put(name, List.of(text));
        }
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    private static @Nullable Long id(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable LocalDate date(String text) {
        try {
            var date = LocalDate.parse(text);
            return date.getYear() < 1 || date.isAfter(LAST_DAY) ? null : date;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static ZoneId zone(String text, ZoneId otherwise) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
