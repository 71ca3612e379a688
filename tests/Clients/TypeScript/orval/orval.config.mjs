export default {
  api: {
    input: process.env.CONTRACT ?? 'openapi/v1.yaml',
    output: {
      mode: 'single',
      client: 'fetch',
      target: 'generated/api.ts',
      override: { mutator: { path: 'request.ts', name: 'request', extension: '.js' } },
    },
  },
};
