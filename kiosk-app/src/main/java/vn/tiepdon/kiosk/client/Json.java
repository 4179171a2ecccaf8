package vn.tiepdon.kiosk.client;

import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** How kiosk and bridge read and write JSON. */
public final class Json {

    /** Times keep the offset the server gave them: a ticket shows the hospital's time, not UTC. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private Json() {}
}
