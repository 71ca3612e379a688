export default {
  input: process.env.CONTRACT ?? 'openapi/v1.yaml',
  output: { path: 'generated', module: { extension: '.js' } },
  plugins: ['@hey-api/client-fetch'],
};
