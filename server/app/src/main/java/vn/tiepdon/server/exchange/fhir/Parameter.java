package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.rest.api.QualifiedParamList;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;

/** A parameter that picks among what charts have of one kind, beside those that every kind has. */
record Parameter<T extends Resource>(String name, SearchParamType type, Reading<T> reading) {

    static final String LAST_UPDATED = "_lastUpdated";

    private static final Set<String> OF_EVERY_KIND =
            Set.of("patient", "patient:Patient", "patient.identifier", "patient:Patient.identifier", Pages.AFTER);

    /** Makes a condition of the values that were given; all of them must hold. */
    interface Reading<T extends Resource> {

        /** @param zone in which days are meant */
        Predicate<Dated<T>> of(List<String> values, ZoneId zone);
    }

    /** When it was, as {@link Dated#at} has it. */
    static <T extends Resource> Parameter<T> date(String name) {
        return new Parameter<>(name, SearchParamType.DATE, (values, zone) -> {
            DateFilter filter = DateFilter.of(range(name, values), zone);
            return it -> filter.includes(it.at());
        });
    }

    /** When it was written; what was written at nobody knows which time is not found. */
    static <T extends Resource> Parameter<T> lastUpdated() {
        return new Parameter<>(LAST_UPDATED, SearchParamType.DATE, (values, zone) -> {
            DateFilter filter = DateFilter.of(range(LAST_UPDATED, values), zone);
            return it -> it.resource().getMeta().hasLastUpdated()
                    && filter.includes(it.resource().getMeta().getLastUpdated().toInstant());
        });
    }

    static <T extends Resource> Parameter<T> concept(String name, Function<T, CodeableConcept> element) {
        return token(name, (asked, it) -> Tokens.concept(asked, element.apply(it)));
    }

    /** A code of a value set that the element itself is bound to. */
    static <T extends Resource> Parameter<T> code(String name, Function<T, String> element) {
        return token(name, (asked, it) -> Tokens.code(asked, element.apply(it)));
    }

    static <T extends Resource> Parameter<T> identifier(String name, Function<T, List<Identifier>> element) {
        return token(name, (asked, it) -> Tokens.identifier(asked, element.apply(it)));
    }

    /** Of all parameters of a request; one that is not known is refused, because ignoring it would find too much. */
    static <T extends Resource> Predicate<Dated<T>> wanted(
            List<Parameter<T>> known, Map<String, String[]> asked, ZoneId zone) {
        Predicate<Dated<T>> wanted = it -> true;
        for (Map.Entry<String, String[]> one : asked.entrySet()) {
            Parameter<T> parameter = known.stream()
                    .filter(it -> it.name().equals(one.getKey()))
                    .findFirst()
                    .orElse(null);
            if (parameter != null) {
                wanted = wanted.and(parameter.reading().of(Arrays.asList(one.getValue()), zone));
            } else if (!one.getKey().startsWith("_") && !OF_EVERY_KIND.contains(one.getKey())) {
                String names = known.stream().map(Parameter::name).collect(Collectors.joining(", "));
                throw Outcomes.refused(
                        IssueType.NOTSUPPORTED,
                        "Tham số tìm kiếm không được hỗ trợ.",
                        "Not a parameter of this type; beside patient and _id it has: " + names + ".");
            }
        }
        return wanted;
    }

    private static <T extends Resource> Parameter<T> token(String name, BiPredicate<TokenOrListParam, T> fits) {
        return new Parameter<>(name, SearchParamType.TOKEN, (values, zone) -> {
            List<TokenOrListParam> asked =
                    values.stream().map(it -> tokens(name, it)).toList();
            return it -> asked.stream().allMatch(one -> fits.test(one, it.resource()));
        });
    }

    /** @param element literal references, {@code Type/id} */
    static <T extends Resource> Parameter<T> reference(String name, Function<T, Stream<String>> element) {
        return new Parameter<>(
                name,
                SearchParamType.REFERENCE,
                (values, zone) -> it -> values.stream()
                        .allMatch(asked -> element.apply(it.resource()).anyMatch(one -> refers(asked, one))));
    }

    /** @param asked one or more references, perhaps without the type */
    static boolean refers(String asked, String reference) {
        return split(asked).stream().anyMatch(it -> reference.equals(it) || reference.endsWith("/" + it));
    }

    static TokenOrListParam tokens(String name, String values) {
        TokenOrListParam tokens = new TokenOrListParam();
        tokens.setValuesAsQueryTokens(R4.CONTEXT, name, split(values));
        return tokens;
    }

    static DateRangeParam range(String name, List<String> values) {
        DateRangeParam range = new DateRangeParam();
        range.setValuesAsQueryTokens(
                R4.CONTEXT, name, values.stream().map(Parameter::split).toList());
        return range;
    }

    private static QualifiedParamList split(String values) {
        return QualifiedParamList.splitQueryStringByCommasIgnoreEscape(null, values);
    }
}
