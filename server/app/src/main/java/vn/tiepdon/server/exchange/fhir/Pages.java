package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;

/**
 * A search's answer, page by page. The link to the next page names the last resource of this one, so that no server
 * keeps a search, any server answers the link, and what is new meanwhile moves nothing.
 */
final class Pages {

    static final String AFTER = "after";
    static final String AFTER_MEANS = "the last resource of the page before; links set it";

    static final int WITHOUT_COUNT = 20;
    static final int MOST = 100;

    private static final String POSTED = "/_search";

    private Pages() {}

    /** How many resources a page has, whatever was asked for. */
    static int size(Integer count) {
        return count == null || count < 1 ? WITHOUT_COUNT : Math.min(count, MOST);
    }

    /** One page of all that were found, in their order. */
    static Bundle of(ServletRequestDetails request, List<? extends Resource> found, Integer count, StringParam after) {
        int from = after == null ? 0 : behind(found, after.getValue());
        int to = Math.min(found.size(), from + size(count));
        Bundle page = of(request, found.subList(from, to), to < found.size());
        page.setTotal(found.size());
        return page;
    }

    /** A page that was read as one. */
    static Bundle of(ServletRequestDetails request, List<? extends Resource> found, boolean more) {
        Bundle page = new Bundle().setType(BundleType.SEARCHSET);
        page.addLink()
                .setRelation("self")
                .setUrl(link(request, request.getParameters().get(AFTER)));
        if (more) {
            String[] last = {key(found.get(found.size() - 1))};
            page.addLink().setRelation("next").setUrl(link(request, last));
        }
        String base = request.getFhirServerBase() + "/";
        found.forEach(it -> {
            Versions.stamp(request.getFhirContext(), it);
            page.addEntry()
                    .setFullUrl(base + key(it))
                    .setResource(it)
                    .getSearch()
                    .setMode(SearchEntryMode.MATCH);
        });
        return page;
    }

    /** {@code Type/id} */
    static String key(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    /** The id in a key; the key itself when it has no type. */
    static String idOf(String key) {
        return key.substring(key.indexOf('/') + 1);
    }

    /** Adds a word about the search itself. */
    static void warn(Bundle page, IssueType type, String vi, String en) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.WARNING)
                .setCode(type)
                .setDiagnostics(en)
                .getDetails()
                .setText(vi);
        page.addEntry().setResource(outcome).getSearch().setMode(SearchEntryMode.OUTCOME);
    }

    private static int behind(List<? extends Resource> found, String id) {
        for (int i = 0; i < found.size(); i++) {
            if (key(found.get(i)).equals(id)) {
                return i + 1;
            }
        }
        throw Outcomes.refused(
                IssueType.NOTFOUND,
                "Trang kết quả này không còn nữa; xin tìm lại.",
                "What the page was to begin after is gone: search again.");
    }

    private static String link(ServletRequestDetails request, String[] after) {
        Stream<Map.Entry<String, String[]>> asked = request.getParameters().entrySet().stream()
                .filter(it -> !it.getKey().equals(AFTER));
        Stream<Map.Entry<String, String[]>> next = after == null ? Stream.empty() : Stream.of(Map.entry(AFTER, after));
        String query = Stream.concat(asked, next)
                .flatMap(it -> Stream.of(it.getValue()).map(value -> encoded(it.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        String path = request.getRequestPath();
        String base = request.getFhirServerBase() + "/"
                + (path.endsWith(POSTED) ? path.substring(0, path.length() - POSTED.length()) : path);
        return query.isEmpty() ? base : base + "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
