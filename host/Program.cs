using Cryptocardium.Host;
using Cryptocardium.Host.Commands;

if (args is [var verb, ..] && !verb.StartsWith('-'))
{
    return await Verbs.Run(verb, args[1..], Console.Out);
}

var app = Composition.Build(args);
Welcome.SayWhenReady(app);
await app.RunAsync();
return 0;
