package io.huizong.aggregation.query.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Sends no answer again to who has it. The tag is the hash of the answer's text, in which a rollup says its generation and
 * version: no history gives the same tag to other content.
 */
class EntityTags {

    private static final int TAG_BYTES = 16;
    private static final String WEAK = "W/";
    /** Between tags, none of which has a comma in it where it is one of these. */
    private static final Pattern HELD = Pattern.compile(",");

    private static final int OK = Response.Status.OK.getStatusCode();

    private final ObjectMapper json;

    EntityTags(ObjectMapper json) {
        this.json = json;
    }

    @ReadEndpoint
    @ServerResponseFilter
    public void tag(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (response.getStatus() == OK) {
            response.getHeaders().put(HttpHeaders.VARY, List.of(HttpHeaders.ACCEPT));
            // Kept by no proxy, and by a browser to ask whether it is still so.
            response.getHeaders().put(HttpHeaders.CACHE_CONTROL, List.of("private, no-cache"));
            if (MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())
                    && response.getEntityTag() == null) {
                tag(request, response, json.writeValueAsString(response.getEntity()));
            }
        }
    }

    private static void tag(ContainerRequestContext request, ContainerResponseContext response, String text) {
        EntityTag tag = new EntityTag(hash(text));
        if (!isHeld(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH), tag.getValue())) {
            response.setEntity(text);
        } else {
            response.setStatusInfo(Response.Status.NOT_MODIFIED);
            response.setEntity(null);
        }
        response.getHeaders().put(HttpHeaders.ETAG, List.of(tag));
    }

    /** Compared weakly (RFC 9110, 13.1.2): a proxy that compresses answers makes their tags weak. */
    private static boolean isHeld(List<String> held, String tag) {
        return held != null
                && held.stream()
                        .flatMap(HELD::splitAsStream)
                        .map(String::strip)
                        .map(one -> one.startsWith(WEAK) ? one.substring(WEAK.length()) : one)
                        .anyMatch(one -> one.equals("*") || one.equals('"' + tag + '"'));
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
