package io.huizong.aggregation.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.huizong.aggregation.generation.NoGenerationException;
import io.huizong.contract.event.Warning;

/** Tells what goes wrong as problems in the caller's language, what the framework finds included. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int SOON = 5;
    /** What MySQL answers while the tables are being made anew. */
    private static final String NO_TABLE = "42S02";

    private static final int LONGEST_SHOWN = 200;

    @ServerExceptionMapper
    Response problem(ProblemException exception, HttpServerRequest request) {
        return exception.response(language(request));
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    Response unauthenticated(HttpServerRequest request) {
        return answer(
                        request,
                        ProblemType.UNAUTHENTICATED,
                        "请求须带有效的令牌：Authorization: Bearer …",
                        "Expected a valid token in the header Authorization: Bearer …")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException exception, HttpServerRequest request) {
        return answer(
                        request,
                        ProblemType.FORBIDDEN,
                        "令牌所在的组或行政区划不允许此请求",
                        "The token's groups or jurisdictions do not permit this request")
                .build();
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException exception, HttpServerRequest request) {
        return answer(
                        request,
                        ProblemType.NOT_FOUND,
                        "没有路径 %s，见 /q/openapi".formatted(cut(request.path())),
                        "There is nothing at %s, see /q/openapi".formatted(cut(request.path())))
                .build();
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException exception, HttpServerRequest request) {
        return answer(
                        request,
                        ProblemType.METHOD_NOT_ALLOWED,
                        "%s 不支持 %s，见 /q/openapi".formatted(cut(request.path()), request.method()),
                        "%s does not support %s, see /q/openapi".formatted(cut(request.path()), request.method()))
                .header(HttpHeaders.ALLOW, AllowedMethods.of(request.path()))
                .build();
    }

    @ServerExceptionMapper
    Response notAcceptable(NotAcceptableException exception, HttpServerRequest request) {
        String accept = cut(request.getHeader(HttpHeaders.ACCEPT));
        return answer(
                        request,
                        ProblemType.NOT_ACCEPTABLE,
                        "Accept 为 %s，此处没有其中任何一种，见 /q/openapi".formatted(accept),
                        "Accept is %s, and none of that is to be had here, see /q/openapi".formatted(accept))
                .build();
    }

    @ServerExceptionMapper
    Response noGeneration(NoGenerationException exception, HttpServerRequest request) {
        return answer(
                        request,
                        ProblemType.UNAVAILABLE,
                        "此实例暂无可用的汇总，请稍后再试",
                        "This instance has no totals to answer from, try again later")
                .header(HttpHeaders.RETRY_AFTER, SOON)
                .build();
    }

    @ServerExceptionMapper
    Response failed(Exception exception, HttpServerRequest request) {
        if (Stream.iterate((Throwable) exception, cause -> cause != null, Throwable::getCause)
                .anyMatch(ProblemMappers::isOutOfReach)) {
            LOG.warnf("A request was not answered: %s", exception);
            return answer(
                            request,
                            ProblemType.UNAVAILABLE,
                            "暂时无法访问数据库，请稍后再试",
                            "The database cannot be reached, try again later")
                    .header(HttpHeaders.RETRY_AFTER, SOON)
                    .build();
        }
        LOG.error("A request failed", exception);
        return answer(
                        request,
                        ProblemType.FAILED,
                        "请求处理失败，原因见服务日志",
                        "The request failed, and the reason is in the service's log")
                .build();
    }

    private static boolean isOutOfReach(Throwable failure) {
        return failure instanceof SQLException sql && NO_TABLE.equals(sql.getSQLState())
                || failure instanceof JDBCConnectionException
                || failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException;
    }

    private static Response.ResponseBuilder answer(HttpServerRequest request, ProblemType type, String zh, String en) {
        return Problem.response(type, new Warning.Detail(zh, en), null, language(request));
    }

    private static Language language(HttpServerRequest request) {
        return Language.preferredIn(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static String cut(String text) {
        return text == null ? "-" : text.substring(0, Math.min(LONGEST_SHOWN, text.length()));
    }
}
