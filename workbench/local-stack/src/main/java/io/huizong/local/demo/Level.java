package io.huizong.local.demo;

/** Levels of the divisions that reports are made up for. */
enum Level {
    PROVINCE,
    PREFECTURE,
    COUNTY,
    TOWNSHIP
}
