/** The packaged services as processes: what run-local, system tests and benchmarks start. */
package io.huizong.local.service;
