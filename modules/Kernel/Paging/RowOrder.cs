using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cryptocardium.Kernel.Paging;

// The row comparison (amount, id) <= (@amount, @id), which EF does not translate by itself. Both databases seek their index to that row; with
// AND and OR they seek to the amount alone and read every row of the same amount.
internal static class RowOrder
{
    public static bool IsUpFrom(Usd amount, string id, Usd? atAmount, string atId) => throw OnlyInQueries;

    public static bool IsDownFrom(Usd amount, string id, Usd? atAmount, string atId) => throw OnlyInQueries;

    private static InvalidOperationException OnlyInQueries => new("Only the database compares rows.");

    /// <summary>Adds the translations to the model.</summary>
    public static void Apply(ModelBuilder model)
    {
        Translate(model, IsUpFrom, ExpressionType.GreaterThanOrEqual);
        Translate(model, IsDownFrom, ExpressionType.LessThanOrEqual);
    }

    private static void Translate(ModelBuilder model, Func<Usd, string, Usd?, string, bool> function, ExpressionType comparison) =>
        model.HasDbFunction(function.Method).HasTranslation(values => new SqlBinaryExpression(
            comparison, Row(values[0], values[1]), Row(values[2], values[3]), typeof(bool), BoolTypeMapping.Default));

    // A function without a name is written as a list in parentheses.
    private static SqlFunctionExpression Row(SqlExpression amount, SqlExpression id) =>
        new("", [amount, id], nullable: false, [false, false], id.Type, id.TypeMapping);
}
