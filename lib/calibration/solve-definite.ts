/**
 * Solves A x = b for a symmetric, positive definite A, by Cholesky's decomposition (G. Golub and C. Van Loan, Matrix
 * Computations, 4th ed., section 4.2). Works in place: A's lower half becomes the factor, b the answer.
 *
 * @param matrix A by rows, of which the lower half is read.
 * @param right b, as long as a row.
 * @throws RangeError when A is not positive definite.
 */
export function solveDefinite(matrix: Float64Array, right: Float64Array): Float64Array {
  const width = right.length;
  for (let row = 0; row < width; row += 1) {
    const start = row * width;
    for (let column = 0; column <= row; column += 1) {
      const other = column * width;
      let sum = matrix[start + column] ?? 0;
      for (let k = 0; k < column; k += 1) sum -= (matrix[start + k] ?? 0) * (matrix[other + k] ?? 0);
      if (column < row) matrix[start + column] = sum / (matrix[other + column] ?? 1);
      else if (sum > 0) matrix[start + row] = Math.sqrt(sum);
      else throw new RangeError('the matrix is not positive definite');
    }
  }
  for (let row = 0; row < width; row += 1) {
    let sum = right[row] ?? 0;
    for (let k = 0; k < row; k += 1) sum -= (matrix[row * width + k] ?? 0) * (right[k] ?? 0);
    right[row] = sum / (matrix[row * width + row] ?? 1);
  }
  for (let row = width - 1; row >= 0; row -= 1) {
    let sum = right[row] ?? 0;
    for (let k = row + 1; k < width; k += 1) sum -= (matrix[k * width + row] ?? 0) * (right[k] ?? 0);
    right[row] = sum / (matrix[row * width + row] ?? 1);
  }
  return right;
}
