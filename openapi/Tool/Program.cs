using System.CommandLine;
using Cryptocardium.Contract;

var root = new RootCommand("Lints the contract (openapi/v1.yaml) and prepares the generation of code.");
root.Subcommands.Add(PrepareCommand.Create());
return root.Parse(args.Length == 0 ? ["--help"] : args).Invoke();
