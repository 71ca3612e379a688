using Cryptocardium.Host.Commands;

return args is [var verb, ..] && !verb.StartsWith('-')
    ? await Verbs.Run(verb, args[1..], Console.Out)
    : await Serve.Run(args, Console.Out);
