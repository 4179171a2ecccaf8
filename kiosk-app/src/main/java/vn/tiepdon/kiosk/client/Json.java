package vn.tiepdon.kiosk.client;

import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** How the kiosk reads and writes JSON. */
final class Json {

    /** Times keep the offset the server gave them: a ticket shows the hospital's time, not UTC. */
    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private Json() {}
}
