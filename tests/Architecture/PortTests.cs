using System.Reflection;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Mediator;

namespace Cryptocardium.Architecture.Tests;

/// <summary>
/// No outside call in a transaction. A port is an interface in <c>Rails/</c>; its asynchronous methods may wait for a network.
/// </summary>
public sealed class PortTests
{
    private static readonly CallGraph Graph = new([.. ModuleTypes.Assemblies.Select(module => module.Assembly), typeof(UnitOfWork).Assembly]);

    private static readonly IReadOnlySet<MethodBase> OutsideCalls = new HashSet<MethodBase>(
        from module in ModuleTypes.Assemblies
        from type in ModuleTypes.Written(module.Assembly)
        where type.IsInterface && ModuleTypes.Area(module.Module, type) == "Rails"
        from method in type.GetMethods()
        where method.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal) || method.ReturnType.IsAssignableTo(typeof(Task))
        select method);

    [Fact]
    public void There_are_ports_and_somebody_calls_each()
    {
        Assert.All(["IChain", "ICardIssuer"], port => Assert.Contains(OutsideCalls, call => call.DeclaringType!.Name == port));
        Violations.None(
            "A method of a port that nothing calls:",
            from outside in OutsideCalls
            where !Graph.CallersOf(called => called == outside).Any()
            select $"{outside.DeclaringType!.Name}.{outside.Name}");
    }

    [Fact]
    public void No_command_handler_calls_a_port() => Violations.None(
        "A command's unit of work waits for no network; its preparation calls the port:", Ways(Implementing(typeof(ICommandHandler<,>))));

    [Fact]
    public void No_snapshot_calls_a_port()
    {
        var snapshots = Graph.CallersOf(
                called => called.DeclaringType == typeof(UnitOfWork) && called.Name is nameof(UnitOfWork.InSnapshot) or nameof(UnitOfWork.ReadTogether))
            .Where(caller => caller.DeclaringType != typeof(UnitOfWork)).ToList();
        Assert.NotEmpty(snapshots);
        Assert.All(snapshots, snapshot => Assert.NotEmpty(Graph.DelegatesOf(snapshot)));
        Violations.None("InSnapshot waits for no network:", Ways(snapshots.SelectMany(Graph.DelegatesOf)));
    }

    [Fact]
    public void Ports_are_called_from_preparations_queries_and_jobs_alone()
    {
        var jobs = Graph.CallersOf(called => called.IsConstructor && called.DeclaringType == typeof(Job)).SelectMany(Graph.DelegatesOf);
        var allowed = Graph.Reached([.. Implementing(typeof(IPreparation<>)), .. Implementing(typeof(IQueryHandler<,>)), .. jobs]);
        Violations.None(
            "A port is called by what no preparation, query or job reaches:",
            from caller in Graph.CallersOf(OutsideCalls.Contains)
            where !allowed.ContainsKey(caller)
            select $"{caller.DeclaringType!.FullName}.{caller.Name}");
    }

    private static IEnumerable<string> Ways(IEnumerable<MethodBase> roots)
    {
        var reached = Graph.Reached(roots);
        return OutsideCalls.Where(reached.ContainsKey).Select(outside => CallGraph.Way(outside, reached));
    }

    private static IEnumerable<MethodBase> Implementing(Type kind) =>
        from method in Graph.Methods
        where method.DeclaringType!.GetInterfaces().Any(each => each.IsGenericType && each.GetGenericTypeDefinition() == kind)
        where method is { IsPublic: true, IsStatic: false, IsConstructor: false }
        select method;
}
