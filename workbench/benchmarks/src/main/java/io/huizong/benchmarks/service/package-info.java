/** The packaged services as they are measured, and a backlog for them. */
package io.huizong.benchmarks.service;
