using System.CommandLine;
using Cryptocardium.Build;

var locked = new Option<bool>("--locked") { Description = "Fail instead of changing a lock file" };
var filter = new Option<string?>("--filter") { Description = "Only these tests, as a filter expression of dotnet test" };
var check = new Option<bool>("--check") { Description = "Add nothing; fail if the model has changes without a migration" };
var fix = new Option<bool>("--fix") { Description = "Change the files instead of only naming them" };
var name = new Argument<string?>("NAME") { Description = "The name of the migration", Arity = ArgumentArity.ZeroOrOne };

var root = new RootCommand("Builds, tests and publishes Cryptocardium. .ci/run starts the same program.")
{
    Target("restore", "Restores packages and local tools, as the lock files pin them", (parse, stop) =>
        Steps.Restore(parse.GetValue(locked), stop), locked),
    Target("generate", "Generates C# from openapi/v1.yaml into obj/", (_, stop) => Steps.Generate(stop)),
    Target("build", "Builds the solution", (_, stop) => Steps.Build(stop)),
    Target("test", "Runs all tests; those on PostgreSQL are skipped without CRYPTOCARDIUM_POSTGRES", (parse, stop) =>
        Tests.Run(new(parse.GetValue(filter), Build: true, Strict: false), stop), filter),
    Target("format", "Fails if a file is not formatted as .editorconfig says", (parse, stop) =>
        Steps.Format(parse.GetValue(fix), stop), fix),
    Target("lint", "Runs Spectral and Redocly on openapi/v1.yaml; needs Node.js", (_, stop) => Lint.Run(stop)),
    Target("migrate", "Adds the migration NAME for both databases, or fails if one is missing (--check)", (parse, stop) =>
        Migrations.Run(parse.GetValue(name), parse.GetValue(check), stop), name, check),
    Target("publish", "Publishes the host for release into artifacts/publish", (_, stop) => Steps.Publish(stop)),
    Target("soak", "Runs the long suites at full size; a skipped test is a failure", (_, stop) => Tests.Soak(stop)),
    Target("ci", "Runs restore, format, lint, build, migrate --check, test and the error codes; a skipped test is a failure", (_, stop) => Steps.Ci(stop)),
};

if (args.Length == 0)
{
    Console.WriteLine("Targets (build.ps1 TARGET, or dotnet run --project .ci/Build -- TARGET):");
    foreach (var target in root.Subcommands)
    {
        Console.WriteLine($"  {target.Name,-10}{target.Description}");
    }
    return 0;
}

return await root.Parse(args).InvokeAsync();

static Command Target(
    string name, string description, Func<ParseResult, CancellationToken, Task> run, params Symbol[] inputs)
{
    var command = new Command(name, description);
    foreach (var input in inputs)
    {
        if (input is Option option)
        {
            command.Options.Add(option);
        }
        else
        {
            command.Arguments.Add((Argument)input);
        }
    }
    command.SetAction((parse, stop) => Step.Outermost(name, () => run(parse, stop)));
    return command;
}
