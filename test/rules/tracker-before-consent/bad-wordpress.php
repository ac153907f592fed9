<?php

function inn_scripts() {
    wp_enqueue_style( 'inn-fonts', 'https://fonts.googleapis.com/css2?family=Inter' );
    wp_enqueue_script( 'inn-gtag', 'https://www.googletagmanager.com/gtag/js?id=G-INN', array(), null, true );
    wp_enqueue_script( 'inn-menu', get_template_directory_uri() . '/menu.js' );
}
add_action( 'wp_enqueue_scripts', 'inn_scripts' );

add_action( 'wp_footer', function () {
    wp_enqueue_script( 'inn-heat', '//static.hotjar.com/c/hotjar-1.js' );
} );
