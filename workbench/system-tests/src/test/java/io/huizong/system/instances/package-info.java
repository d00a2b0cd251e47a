/** Several instances of the aggregation service as packaged, on servers that they share. */
package io.huizong.system.instances;
