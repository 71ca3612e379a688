using System.Reflection;
using Cryptocardium.Kernel;
using Mediator;

namespace Cryptocardium.Architecture.Tests;

/// <summary>One word per operation: operationId, message, handler and the handler's file.</summary>
public sealed class HandlerTests
{
    private const int Dependencies = 5;

    private static readonly Type[] Kinds = [typeof(ICommandHandler<,>), typeof(IQueryHandler<,>), typeof(IRequestHandler<,>)];

    private static readonly Type[] JobKinds = [typeof(ICommand<>), typeof(IQuery<>)];

    private static readonly Assembly Contract = typeof(V1.Operations).Assembly;

    private static readonly IReadOnlyList<(Project Owner, Type Type, Type Message)> Handlers =
    [
        .. from project in Project.Modules.Append(Project.Host)
           from type in ModuleTypes.Written(ModuleTypes.Of(project))
           from handled in type.GetInterfaces()
           where handled.IsGenericType && Kinds.Contains(handled.GetGenericTypeDefinition())
           select (project, type, handled.GetGenericArguments()[0]),
    ];

    [Fact]
    public void Every_operation_has_its_message()
    {
        var messages = Contract.GetTypes().Where(type => type.IsAssignableTo(typeof(IOperationMessage))).Select(type => type.Name);
        Assert.Equal(
            V1.Operations.All.Select(operation => Pascal(operation.Name)).Order(StringComparer.Ordinal),
            messages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_operation_has_exactly_one_handler() => Violations.None(
        "One handler per operation:",
        from operation in V1.Operations.All
        let handlers = Handlers.Where(handler => handler.Message.Name == Pascal(operation.Name) && handler.Message.Assembly == Contract).ToList()
        where handlers.Count != 1
        select $"{operation.Name}: {handlers.Count} handlers");

    [Fact]
    public void Every_operation_has_its_file() => Violations.None(
        "An operation is modules/<Module>/Handlers/<Operation>.cs, once:",
        from operation in V1.Operations.All
        let name = Pascal(operation.Name)
        let files = Source.Product.Where(source => source.Name == name && source.Path.Split('/') is ["modules", _, "Handlers", _]).ToList()
        where files.Count != 1 || !files[0].Text.Contains($"class {name}Handler", StringComparison.Ordinal)
        select $"{operation.Name}: {files.Count} files {name}.cs with class {name}Handler");

    [Fact]
    public void A_handler_is_named_after_its_message() => Violations.None(
        "A handler is <Message>Handler, internal and sealed:",
        from handler in Handlers
        where handler.Type.Name != handler.Message.Name + "Handler" || handler.Type.IsPublic || !handler.Type.IsSealed
        select handler.Type.FullName);

    [Fact]
    public void A_handler_needs_few_things() => Violations.None(
        $"A handler takes at most {Dependencies} dependencies:",
        from handler in Handlers
        let taken = handler.Type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Max(constructor => constructor.GetParameters().Length)
        where taken > Dependencies
        select $"{handler.Type.FullName}: {taken}");

    [Fact]
    public void A_message_is_an_operation_or_a_job() => Violations.None(
        "A message is an operation of the contract, handled in Handlers, or internal: of a job in Jobs, of a simulator, of the host's pipeline in Pipeline:",
        from handler in Handlers
        let area = ModuleTypes.Area(handler.Owner, handler.Type)
        let isOperation = handler.Message.IsAssignableTo(typeof(IOperationMessage)) && area == "Handlers"
        let isJob = !handler.Message.IsPublic
            && handler.Message.GetInterfaces().Any(i => i.IsGenericType && JobKinds.Contains(i.GetGenericTypeDefinition()))
            && (handler.Owner == Project.Host ? area == "Pipeline" : area is "Jobs" or "Simulator")
        where !isOperation && !isJob
        select $"{handler.Message.FullName} in {handler.Type.FullName}");

    [Fact]
    public void Modules_do_not_send_messages_to_each_other() => Violations.None(
        "The mediator is the edge; a module calls another by its contract, and only jobs send:",
        from module in ModuleTypes.Assemblies
        from type in ModuleTypes.Written(module.Assembly)
        where ModuleTypes.Area(module.Module, type) != "Jobs"
        from constructor in type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        from parameter in constructor.GetParameters()
        where parameter.ParameterType == typeof(ISender) || parameter.ParameterType == typeof(IMediator)
        select type.FullName);

    internal static string Pascal(string operationId) =>
        string.Concat(operationId.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
