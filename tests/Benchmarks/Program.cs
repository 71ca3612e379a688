using System.Globalization;
using Cryptocardium.Benchmarks;
using Cryptocardium.Benchmarks.Baselines;
using Cryptocardium.Benchmarks.Measures;

IMeasure[] measures =
[
    new Authorize(), .. Reads.All, new IdempotencyKey(), new Memory(), new Space(), new StartUp(), new Statement(), new Csv(), new Growth(), new Lists(),
    new BesideHostile(), new BesideSignIns(), new PgLedger(),
];

if (args is [BareKestrel.Verb, var url])
{
    await BareKestrel.Serve(url);
    return 0;
}

var names = args.TakeWhile(arg => !arg.StartsWith('-')).ToArray();
var chosen = names is ["all"] ? measures : [.. measures.Where(measure => names.Contains(measure.Name))];
if (chosen.Length == 0)
{
    Console.WriteLine("Measures, each a name to give, or 'all':");
    foreach (var measure in measures)
    {
        Console.WriteLine($"  {measure.Name,-14} {measure.Question}");
    }

    Console.WriteLine("Options: --rounds N, --seconds S, --connections N, --pgledger FILE, --json FILE");
    return names.Length == 0 ? 0 : 2;
}

var settings = new Settings(
    (int)Option("--rounds", Settings.Default.Rounds),
    TimeSpan.FromSeconds(Option("--seconds", Settings.Default.Duration.TotalSeconds)),
    (int)Option("--connections", Settings.Default.Connections))
{ PgLedger = Text("--pgledger") };
var report = new Report();
foreach (var measure in chosen)
{
    await measure.Run(settings, report, text => Console.WriteLine($"{measure.Name}: {text}"));
}

report.Print(Console.Out);
if (Text("--json") is { } file)
{
    await File.WriteAllTextAsync(file, report.Json());
}

return 0;

double Option(string name, double standard) => Text(name) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : standard;

string? Text(string name) => Array.IndexOf(args, name) is >= 0 and var index ? args[index + 1] : null;
