using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cryptocardium.Kernel.Data;

// The table of an entity as the model maps it, for statements that run without an EF context: the SELECT of its columns, and a function that
// reads a row of the result.
internal sealed class EntityRows<T>
    where T : class
{
    /// <summary>The columns that name the owner, for an owned entity.</summary>
    public static readonly OwnedColumns Owner = new(
        typeof(T).IsAssignableTo(typeof(IOwnedInMode)) || typeof(T).IsAssignableTo(typeof(IOwnedInOptionalMode)) ? "mode" : null,
        !typeof(T).IsAssignableTo(typeof(IOfCard)) ? null : typeof(T).GetProperty(nameof(IOfCard.CardId)) is null ? "id" : "card_id")
    {
        ModeIsOptional = typeof(T).IsAssignableTo(typeof(IOwnedInOptionalMode)),
    };

    private static readonly ConcurrentDictionary<Engine, EntityRows<T>> Known = [];

    private readonly Dictionary<string, string> columns;

    private EntityRows(IEntityType entity)
    {
        var properties = entity.GetProperties().ToList();
        Table = entity.GetTableName()!;
        columns = properties.ToDictionary(property => property.Name, property => property.GetColumnName());
        Select = $"SELECT {string.Join(", ", properties.Select(property => property.GetColumnName()))} FROM {Table}";
        Read = Reader(properties);
    }

    public string Table { get; }

    public string Select { get; }

    public Func<IRow, T> Read { get; }

    public static EntityRows<T> Of(Database database) => Known.TryGetValue(database.Engine, out var known)
        ? known
        : Known.GetOrAdd(database.Engine, new EntityRows<T>(database.Model.FindEntityType(typeof(T))!));

    public string Column(string property) => columns[property];

    // One expression per entity, because reflection on each row costs more than the query.
    private static Func<IRow, T> Reader(List<IProperty> properties)
    {
        var row = Expression.Parameter(typeof(IRow), "row");
        var values = properties.Select((property, column) => Expression.Bind(property.PropertyInfo!, Value(row, property, column)));
        var constructor = typeof(T).GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [])!;
        return Expression.Lambda<Func<IRow, T>>(Expression.MemberInit(Expression.New(constructor), values), row).Compile();
    }

    private static Expression Value(ParameterExpression row, IProperty property, int column)
    {
        var converter = property.GetTypeMapping().Converter;
        var stored = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var place = Expression.Constant(column);
        Expression value = Expression.Call(row, Getter(converter?.ProviderClrType ?? stored), place);
        value = converter is null ? value : Expression.Invoke(converter.ConvertFromProviderExpression, value);
        value = value.Type == property.ClrType ? value : Expression.Convert(value, property.ClrType);
        return property.IsNullable
            ? Expression.Condition(Expression.Call(row, Method(nameof(IRow.IsDBNull)), place), Expression.Default(property.ClrType), value)
            : value;
    }

    private static MethodInfo Getter(Type type) => Method(
        type == typeof(string) ? nameof(IRow.GetString)
        : type == typeof(long) ? nameof(IRow.GetInt64)
        : type == typeof(int) ? nameof(IRow.GetInt32)
        : type == typeof(bool) ? nameof(IRow.GetBoolean)
        : type == typeof(byte[]) ? nameof(IRow.GetBytes)
        : throw new InvalidOperationException($"A column of {typeof(T).Name} has the type {type.Name}, which no row returns."));

    private static MethodInfo Method(string name) => typeof(IRow).GetMethod(name, [typeof(int)])!;
}
