using System.Reflection;
using Mediator.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Mediator.Tests;

public sealed class GeneratorTests
{
    private const string Contract = """
        namespace Shop;
        public sealed record Buy(int Count) : Mediator.ICommand<int>;
        public sealed record Count : Mediator.IQuery<string>;
        """;

    private const string Module = """
        using System.Threading;
        using System.Threading.Tasks;
        using Mediator;
        namespace Shop.Sales;
        internal sealed record Restock : ICommand<int>;
        internal sealed class BuyHandler : ICommandHandler<Buy, int>
        {
            public ValueTask<int> Handle(Buy command, CancellationToken token) => new(command.Count * 2);
        }
        internal sealed class CountHandler : IQueryHandler<Count, string>
        {
            public ValueTask<string> Handle(Count query, CancellationToken token) => new("many");
        }
        internal sealed class RestockHandler : ICommandHandler<Restock, int>
        {
            public ValueTask<int> Handle(Restock command, CancellationToken token) => new(100);
        }
        public static class Job
        {
            public static ValueTask<int> Run(ISender sender) => sender.Send(new Restock());
        }
        """;

    private const string Program = """
        using Mediator;
        using Microsoft.Extensions.DependencyInjection;
        var services = new ServiceCollection().AddMediator().BuildServiceProvider();
        var sender = services.CreateScope().ServiceProvider.GetRequiredService<ISender>();
        var bought = await sender.Send(new Shop.Buy(21));
        var counted = await sender.Send(new Shop.Count());
        var stocked = await Shop.Sales.Job.Run(sender);
        return bought == 42 && counted == "many" && stocked == 100 ? 7 : 1;
        """;

    [Fact]
    public void Internal_handlers_of_another_assembly_are_registered_and_reached()
    {
        var contract = Library("Shop.Contract", Contract);
        var module = Library("Shop.Sales", Module, contract);

        var (host, findings) = Generate("Shop.Host", Program, OutputKind.ConsoleApplication, contract, module);

        Assert.Empty(findings);
        Assembly[] loaded = [Load(contract), Load(module)];
        AppDomain.CurrentDomain.AssemblyResolve += (_, asked) => loaded.FirstOrDefault(known => known.FullName == asked.Name);
        Assert.Equal(7, Load(host).EntryPoint!.Invoke(null, [Array.Empty<string>()]));
    }

    [Fact]
    public void A_message_without_handler_fails_the_build_and_names_message_file_and_interface()
    {
        var contract = Library("Shop.Contract", Contract + "public sealed record Refund : Mediator.ICommand<bool>;");
        var module = Library("Shop.Sales", Module, contract);

        var finding = Assert.Single(Generate("Shop.Host", Program, OutputKind.ConsoleApplication, contract, module).Findings);

        Assert.Equal(
            "error MEDI001: No handler for Shop.Refund: add Handlers/Refund.cs with an implementation of "
            + "ICommandHandler<Refund, bool> to the module that owns it",
            finding.ToString());
    }

    [Fact]
    public void An_internal_message_needs_its_handler_too()
    {
        var contract = Library("Shop.Contract", Contract);
        var module = Library("Shop.Sales", Module + "internal sealed record Sweep : IRequest<int>;", contract);

        var finding = Assert.Single(Generate("Shop.Host", Program, OutputKind.ConsoleApplication, contract, module).Findings);

        Assert.StartsWith("error MEDI001: No handler for Shop.Sales.Sweep:", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_handlers_in_one_module_fail_its_own_build()
    {
        var contract = Library("Shop.Contract", Contract);
        var doubled = Module + """
            internal sealed class SellHandler : ICommandHandler<Buy, int>
            {
                public ValueTask<int> Handle(Buy command, CancellationToken token) => new(0);
            }
            """;

        var finding = Assert.Single(Generate("Shop.Sales", doubled, OutputKind.DynamicallyLinkedLibrary, contract).Findings);

        Assert.Equal(
            "error MEDI002: Shop.Buy has more than one handler: Shop.Sales.BuyHandler, Shop.Sales.SellHandler", finding.ToString());
    }

    [Fact]
    public void Two_handlers_in_two_modules_fail_the_build_of_the_host()
    {
        var contract = Library("Shop.Contract", Contract);
        var sales = Library("Shop.Sales", Module, contract);
        var stock = Library(
            "Shop.Stock",
            """
            using System.Threading;
            using System.Threading.Tasks;
            internal sealed class OtherBuy : Mediator.ICommandHandler<Shop.Buy, int>
            {
                public ValueTask<int> Handle(Shop.Buy command, CancellationToken token) => new(0);
            }
            """,
            contract);

        var finding = Assert.Single(Generate("Shop.Host", Program, OutputKind.ConsoleApplication, contract, sales, stock).Findings);

        Assert.Equal("error MEDI002: Shop.Buy has more than one handler: Shop.Sales.BuyHandler, OtherBuy", finding.ToString());
    }

    [Fact]
    public void An_edit_that_touches_no_handler_leaves_the_registry_as_it_was()
    {
        var contract = Library("Shop.Contract", Contract);
        var before = Compile("Shop.Sales", Module, OutputKind.DynamicallyLinkedLibrary, contract);
        var options = new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new MediatorGenerator().AsSourceGenerator()], driverOptions: options);
        driver = driver.RunGenerators(before);

        driver = driver.RunGenerators(before.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Note : object;")));

        var steps = driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs);
        Assert.Contains(steps, output => output.Reason == IncrementalStepRunReason.Cached);
    }

    private static CSharpCompilation Library(string name, string source, params CSharpCompilation[] references)
    {
        var (library, findings) = Generate(name, source, OutputKind.DynamicallyLinkedLibrary, references);
        Assert.Empty(findings);
        return library;
    }

    private static (CSharpCompilation Result, IReadOnlyList<Diagnostic> Findings) Generate(
        string name, string source, OutputKind kind, params CSharpCompilation[] references)
    {
        CSharpGeneratorDriver
            .Create(new MediatorGenerator())
            .RunGeneratorsAndUpdateCompilation(Compile(name, source, kind, references), out var result, out var findings);
        Assert.DoesNotContain(result.GetDiagnostics(), found => found.Severity == DiagnosticSeverity.Error);
        return ((CSharpCompilation)result, findings);
    }

    private static CSharpCompilation Compile(string name, string source, OutputKind kind, params CSharpCompilation[] references)
    {
        // Named first, so that their assemblies are among the trusted ones below.
        Type[] needed = [typeof(global::Mediator.IMessage), typeof(ServiceCollection), typeof(IServiceCollection)];
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            trusted.Union(needed.Select(type => type.Assembly.Location))
                .Where(path => !path.EndsWith("Tests.dll", StringComparison.Ordinal))
                .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
                .Concat(references.Select(reference => MetadataReference.CreateFromImage(Image(reference)))),
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static Assembly Load(CSharpCompilation compilation) => Assembly.Load(Image(compilation));

    private static byte[] Image(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        return image.ToArray();
    }
}
