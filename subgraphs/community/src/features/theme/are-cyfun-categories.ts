import { ArrayMaxSize, ArrayUnique, IsIn } from 'class-validator';
import { cyfunCategories } from './cyfun-categories.js';

/** Either version has fewer. */
const mostCategories = 25;

/** A list of categories of CyberFundamentals in an input, of either version, such as PR.AT. */
export const AreCyfunCategories =
  (): PropertyDecorator =>
  (target, property): void => {
    ArrayMaxSize(mostCategories)(target, property);
    ArrayUnique({ message: 'Name each category once.' })(target, property);
    IsIn(cyfunCategories, { each: true, message: 'Write categories of CyFun, for example PR.AT.' })(target, property);
  };
