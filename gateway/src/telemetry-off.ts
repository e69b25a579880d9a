// Imported before @apollo/gateway, which otherwise reports the machine it runs on to its maker.
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
