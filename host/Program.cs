using Cryptocardium.Host;

var app = Composition.Build(args);
Welcome.SayWhenReady(app);
await app.RunAsync();
