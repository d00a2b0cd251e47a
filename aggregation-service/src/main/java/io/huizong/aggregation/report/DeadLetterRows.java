package io.huizong.aggregation.report;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
class DeadLetterRows implements PanacheRepositoryBase<DeadLetterRow, DeadLetterId> {}
