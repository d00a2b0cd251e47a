/** Keys, lists of parameters, upserts and chunks: what all stores need of JDBC and Hibernate. */
package io.huizong.aggregation.persistence;
