import { ArrayMaxSize, ArrayUnique, Matches } from 'class-validator';

/** CyFun 2023 has 23 categories, 2025 has 22. */
const mostCategories = 25;

/** A function of CyFun, of either version, and two letters: which of those there are is for each version to say. */
const category = /^(GV|ID|PR|DE|RS|RC)\.[A-Z]{2}$/;

/** A list of categories of CyberFundamentals in an input, such as PR.AT. */
export const AreCyfunCategories =
  (): PropertyDecorator =>
  (target, property): void => {
    ArrayMaxSize(mostCategories)(target, property);
    ArrayUnique({ message: 'Name each category once.' })(target, property);
    Matches(category, { each: true, message: 'Write categories of CyFun, for example PR.AT.' })(target, property);
  };
