using System.CommandLine;
using Cryptocardium.Contract;

var root = new RootCommand("Reads the contract (openapi/v1.yaml): checks how it is written and prepares the generation of code.");
root.Subcommands.Add(PrepareCommand.Create());
return root.Parse(args.Length == 0 ? ["--help"] : args).Invoke();
