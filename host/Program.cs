using Cryptocardium.Host.Commands;

return await CommandLine.Run(args, Console.Out, Console.Error);
