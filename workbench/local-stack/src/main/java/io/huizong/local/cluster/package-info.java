/** Three brokers and a pair of databases behind a proxy, of which any may be lost. */
package io.huizong.local.cluster;
