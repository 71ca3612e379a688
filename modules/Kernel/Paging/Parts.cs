using System.Linq.Expressions;
using System.Reflection;

namespace Cryptocardium.Kernel.Paging;

// Puts conditions together from such as the compiler has made: finding methods and operators by their names takes longer than the query.
internal static class Parts
{
    private static readonly FieldInfo Held = typeof(Box).GetField(nameof(Box.Text))!;

    /// <summary>What a lambda says of these arguments.</summary>
    public static Expression Put(LambdaExpression lambda, params Expression[] arguments) =>
        new Arguments(lambda, arguments).Visit(lambda.Body);

    /// <summary>A value that becomes a parameter of the SQL; a constant would become part of its text, and of its cached plan.</summary>
    public static Expression Value(string text) => Expression.Field(Expression.Constant(new Box(text)), Held);

    private sealed class Box(string text)
    {
#pragma warning disable CA1051 // a closure's field, read by the query compiler
        public readonly string Text = text;
#pragma warning restore CA1051
    }

    private sealed class Arguments(LambdaExpression lambda, Expression[] arguments) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            lambda.Parameters.IndexOf(node) is >= 0 and var index ? arguments[index] : node;
    }
}
