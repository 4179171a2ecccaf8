package vn.tiepdon.kiosk.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.tiepdon.api.fault.Problem;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.Identification;

class ReplyReaderProperties {

    private record Answer(int statusCode, String contentType, byte[] body) implements HttpResponse<byte[]> {
        @Override
        public HttpRequest request() {
            return null;
        }

        @Override
        public Optional<HttpResponse<byte[]>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.of(Map.of("Content-Type", List.of(contentType)), (name, value) -> true);
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            return URI.create("http://localhost/");
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }

    @Provide
    Arbitrary<String> contentTypes() {
        return Arbitraries.of("application/json", Problem.MEDIA_TYPE, "text/html", "");
    }

    @Property(tries = 500)
    void noAnswerWhateverItHoldsBreaksTheKiosk(
            @ForAll @IntRange(min = 200, max = 599) int status,
            @ForAll @From("contentTypes") String contentType,
            @ForAll @Size(max = 300) byte[] body) {
        Answer answer = new Answer(status, contentType, body);
        assertThat(ReplyReader.read(answer, Identification.class)).isInstanceOf(Reply.Unanswered.class);
        assertThat(ReplyReader.read(answer, CheckIn.class)).isNotInstanceOf(Reply.Refused.class);
    }
}
