using System.Reflection;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cryptocardium.Architecture.Tests;

/// <summary>The generated types of v1 have the shape of the wire. Handlers and their helpers convert them to the types of the module.</summary>
public sealed class ContractTypeTests
{
    private const string Wire = "V1";

    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Assembly Contract = typeof(V1.Operations).Assembly;

    // Every other folder of a module serves operations: Handlers, and the folders that are named after a part of the product.
    private static readonly string[] WithoutWire = ["Contract", "Data", "Domain", "Jobs", "Rails"];

    [Fact]
    public void The_wire_is_named_where_operations_are_served() => Violations.None(
        $"V1 is not used in Kernel, nor in {string.Join(", ", WithoutWire)} of a module:",
        from source in Source.Product
        where source.Path.StartsWith("modules/", StringComparison.Ordinal)
        where source.Path.StartsWith("modules/Kernel/", StringComparison.Ordinal) || WithoutWire.Any(source.IsIn)
        from name in source.Nodes<IdentifierNameSyntax>()
        where name.Identifier.ValueText == Wire
        select source.Place(name));

    [Fact]
    public void The_wire_is_in_no_signature_of_domain_data_or_contract() => Violations.None(
        "Domain, Data and Contract do not know the wire:",
        from module in ModuleTypes.Assemblies
        from type in ModuleTypes.Written(module.Assembly)
        where ModuleTypes.Area(module.Module, type) is "Domain" or "Data" or "Contract"
        from used in Signature(type).SelectMany(Parts)
        where used.Assembly == Contract
        select $"{type.FullName}: {used.Name}");

    private static IEnumerable<Type> Signature(Type type) =>
    [
        .. type.GetInterfaces(),
        .. type.BaseType is { } inherited ? [inherited] : Type.EmptyTypes,
        .. type.GetFields(Declared).Select(field => field.FieldType),
        .. type.GetProperties(Declared).Select(property => property.PropertyType),
        .. type.GetConstructors(Declared).SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType),
        .. type.GetMethods(Declared).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)),
    ];

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.GetGenericArguments().SelectMany(Parts).Append(type);
}
