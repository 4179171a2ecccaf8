package vn.tiepdon.server.issuing;

import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.tiepdon.api.desk.CardBlanks;

/** Blanks as CSV (RFC 4180) for the one who loads the applet; kept by nobody on the way. */
final class LoadingList {

    static final String MEDIA_TYPE = "text/csv";

    private static final String END_OF_LINE = "\r\n";

    private LoadingList() {}

    static ResponseEntity<String> answer(HttpStatus status, CardBlanks blanks) {
        String lines = blanks.blanks().stream()
                .map(blank -> blank.serial() + "," + blank.installParameters() + END_OF_LINE)
                .collect(Collectors.joining("", "serial,installParameters" + END_OF_LINE, ""));
        ContentDisposition file = ContentDisposition.attachment()
                .filename("card-blanks-" + blanks.delivery().substring(0, 8) + ".csv")
                .build();
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(MEDIA_TYPE))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(lines);
    }
}
