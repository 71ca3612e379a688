using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cryptocardium.Architecture.Tests;

/// <summary>Rules of the database model that all modules share, on both databases.</summary>
public sealed class ModelTests
{
    private static readonly Dictionary<Engine, IModel> Models = Enum.GetValues<Engine>().ToDictionary(engine => engine, Build);

    /// <summary>The model as one of the databases has it.</summary>
    internal static IModel Model => Models[Engine.Sqlite];

    public static TheoryData<Engine> Engines => [.. Enum.GetValues<Engine>()];

    [Fact]
    public void There_is_a_model_to_look_at() =>
        Assert.All(Project.Modules.Where(module => Directory.Exists(SourceTree.At(module.Folder, "Data"))), module =>
            Assert.Contains(Models[Engine.Sqlite].GetEntityTypes(), entity => entity.ClrType.Assembly.GetName().Name == module.Name));

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_table_is_named_after_its_module(Engine engine) => Violations.None(
        "A table is <module>_<noun>, in no schema:",
        from entity in Models[engine].GetEntityTypes()
        let module = entity.ClrType.Assembly.GetName().Name!.Split('.')[^1].ToLowerInvariant()
        let table = entity.GetTableName() ?? ""
        where !table.StartsWith(module + "_", StringComparison.Ordinal) || table.Any(char.IsUpper) || entity.GetSchema() is not null
        select $"{entity.ClrType.FullName}: {table}");

    [Theory]
    [MemberData(nameof(Engines))]
    public void No_foreign_key_leaves_its_module(Engine engine) => Violations.None(
        "Modules share no foreign keys:",
        from entity in Models[engine].GetEntityTypes()
        from key in entity.GetForeignKeys()
        where key.PrincipalEntityType.ClrType.Assembly != entity.ClrType.Assembly
        select $"{entity.ClrType.FullName} -> {key.PrincipalEntityType.ClrType.FullName}");

    [Theory]
    [MemberData(nameof(Engines))]
    public void Enums_are_stored_as_text(Engine engine) => Violations.None(
        "A number says nothing to who reads the table:",
        from property in Properties(engine)
        where Plain(property.ClrType).IsEnum && Stored(property) != typeof(string)
        select $"{Name(property)}: {Stored(property).Name}");

    [Theory]
    [MemberData(nameof(Engines))]
    public void Money_is_stored_as_whole_micro_dollars(Engine engine) => Violations.None(
        "Usd is a 64-bit integer in the database:",
        from property in Properties(engine)
        where Plain(property.ClrType) == typeof(Usd)
        where Stored(property) != typeof(long) || property.GetColumnType() != (engine == Engine.Sqlite ? "INTEGER" : "bigint")
        select $"{Name(property)}: {property.GetColumnType()}");

    [Theory]
    [MemberData(nameof(Engines))]
    public void Money_has_no_other_type(Engine engine) => Violations.None(
        "No decimal and no floating point in the database:",
        from property in Properties(engine)
        where Stored(property) == typeof(decimal) || Stored(property) == typeof(double) || Stored(property) == typeof(float)
        select $"{Name(property)}: {Stored(property).Name}");

    [Theory]
    [MemberData(nameof(Engines))]
    public void Time_is_stored_as_whole_milliseconds(Engine engine) => Violations.None(
        "A point in time is a 64-bit integer in the database:",
        from property in Properties(engine)
        where Plain(property.ClrType) == typeof(DateTimeOffset) || Plain(property.ClrType) == typeof(DateTime)
        where Stored(property) != typeof(long)
        select $"{Name(property)}: {Stored(property).Name}");

    [Fact]
    public void Both_databases_have_the_same_tables_and_columns() =>
        Assert.Equal(Columns(Engine.Sqlite), Columns(Engine.Postgres));

    private static IEnumerable<string> Columns(Engine engine) =>
        Properties(engine).Select(Name).Order(StringComparer.Ordinal);

    private static IEnumerable<IProperty> Properties(Engine engine) =>
        Models[engine].GetEntityTypes().SelectMany(entity => entity.GetProperties());

    private static string Name(IProperty property) => $"{property.DeclaringType.ClrType.Name}.{property.GetColumnName()}";

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static Type Stored(IProperty property) =>
        Plain(property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType);

    private static IModel Build(Engine engine)
    {
        var options = new DbContextOptionsBuilder<CryptocardiumDb>();
        _ = engine == Engine.Sqlite ? options.UseSqlite("Data Source=:memory:") : options.UseNpgsql("Host=nowhere");
        using var db = new CryptocardiumDb(options.Options, Modules.ModelParts());
        return db.Model;
    }
}
