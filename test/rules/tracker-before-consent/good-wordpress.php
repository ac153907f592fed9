<?php

function inn_measuring() {
    if ( ! inn_has_consent( 'statistics' ) ) {
        return;
    }
    wp_enqueue_script( 'inn-gtag', 'https://www.googletagmanager.com/gtag/js?id=G-INN' );
}
add_action( 'wp_enqueue_scripts', 'inn_measuring' );

if ( cookies_accepted() ) {
    wp_enqueue_script( 'inn-heat', 'https://static.hotjar.com/c/hotjar-1.js' );
}

$seen = wp_remote_get( 'https://www.google-analytics.com/collect?v=1' );
